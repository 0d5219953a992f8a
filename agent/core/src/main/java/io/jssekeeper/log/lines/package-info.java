/**
 * Records as JSON with the names of others: OpenTelemetry's and Elastic's. Part of the log room.
 */
package io.jssekeeper.log.lines;
