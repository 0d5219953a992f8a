/**
 * The agent's entry points, and nothing else. Names {@code install}. Loaded by the system class
 * loader.
 */
package io.jssekeeper;
