/**
 * One keeper without weaves and outputs, and what outputs and operators may query or do.
 *
 * <p>Outputs name this room; it names none of them. Loaded by the agent's class loader.
 */
package io.jssekeeper.core;
