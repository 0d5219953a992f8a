/**
 * What defeats resumption in this JVM: contexts that churn, settings, other TLS libraries.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.diagnosis;
