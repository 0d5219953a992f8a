/** Records as JSON with the names of OpenTelemetry and Elastic. Part of the log room. */
package io.jssekeeper.log.lines;
