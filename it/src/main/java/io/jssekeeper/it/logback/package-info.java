/** What of the programs uses Logback: loaded by its configuration. */
package io.jssekeeper.it.logback;
