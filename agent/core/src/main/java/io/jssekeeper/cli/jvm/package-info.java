/** The JVMs of this machine, and the keeper in one of them as it answers the command line. */
package io.jssekeeper.cli.jvm;
