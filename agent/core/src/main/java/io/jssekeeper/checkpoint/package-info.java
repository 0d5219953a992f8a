/**
 * Checkpoints of the JVM (CRaC): finds the API that takes them, and reports each. Loaded by the
 * agent's class loader; names no class of that API.
 */
package io.jssekeeper.checkpoint;
