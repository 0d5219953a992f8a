/** The JVMs of this machine, and the keeper in one of them as JMX shows it. */
package io.jssekeeper.cli.jvm;
