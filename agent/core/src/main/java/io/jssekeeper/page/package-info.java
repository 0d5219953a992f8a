/**
 * The status page: what JMX shows, with its meaning, as HTML and JSON for a browser on {@code
 * metrics.http}.
 */
package io.jssekeeper.page;
