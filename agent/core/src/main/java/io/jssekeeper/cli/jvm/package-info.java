/** The JVMs on this machine, and the command line's connection to the keeper in one of them. */
package io.jssekeeper.cli.jvm;
