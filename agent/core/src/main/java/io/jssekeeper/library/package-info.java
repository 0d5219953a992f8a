/**
 * Libraries of the application that the keeper uses where they are there: sees them being loaded,
 * in any class loader, and defines beside each the classes that use it. Never makes the application
 * begin to use one.
 *
 * <p>Named by outputs; names {@code transform} alone. Loaded by the agent's class loader.
 */
package io.jssekeeper.library;
