/**
 * The status page: what the keeper shows by JMX, with what it means, as HTML and JSON for a browser
 * on {@code metrics.http}.
 */
package io.jssekeeper.page;
