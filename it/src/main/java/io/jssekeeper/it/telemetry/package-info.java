/**
 * Applications of OpenTelemetry: what {@code TracedClient} runs with one of the libraries that the
 * build has put aside.
 */
package io.jssekeeper.it.telemetry;
