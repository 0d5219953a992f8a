/**
 * The part of the programs that uses Micrometer: loaded by name, through the loader of whichever
 * Micrometer version.
 */
package io.jssekeeper.it.meters;
