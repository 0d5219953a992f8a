/**
 * Checkpoints of the JVM (CRaC): finds who takes them, and tells of each. Loaded by the agent's
 * class loader; names no class of that API.
 */
package io.jssekeeper.checkpoint;
