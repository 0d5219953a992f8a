/**
 * What of the programs uses Micrometer: loaded by name, by the loader of a Micrometer of any
 * version.
 */
package io.jssekeeper.it.meters;
