/**
 * Values of options: how each kind is read and written. Loaded by the agent's class loader, and by
 * the command line.
 */
package io.jssekeeper.config.value;
