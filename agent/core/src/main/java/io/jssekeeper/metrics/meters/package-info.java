/**
 * What knows Micrometer's API, of version 1.9 on, and nothing else of any library.
 *
 * <p>Names {@code metrics}. It is in the jar twice: as classes, which the build binds to our own
 * relocated Micrometer, and as resources, which are bound to the application's Micrometer by a
 * class loader below that one's.
 */
package io.jssekeeper.metrics.meters;
