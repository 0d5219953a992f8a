/** The part of the programs that uses Logback, which loads it as its configuration says. */
package io.jssekeeper.it.logback;
