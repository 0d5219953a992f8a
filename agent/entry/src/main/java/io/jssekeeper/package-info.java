/**
 * The entry points, and what they must know before anything else is loaded. Names no other room but
 * by reflection, so that each JVM that has {@code java.instrument} can load and verify it: it is
 * compiled against Java 8, and its class files are marked as Java 6's.
 */
package io.jssekeeper;
