/**
 * The only code that uses Micrometer's API, from version 1.9 on.
 *
 * <p>Names {@code metrics}. It is in the jar twice: as classes, which the build binds to the
 * relocated Micrometer, and as resources, which a child class loader binds to the application's
 * Micrometer.
 */
package io.jssekeeper.metrics.meters;
