/**
 * What in this JVM keeps sessions from being resumed: contexts that churn, settings, other TLS
 * libraries.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.diagnosis;
