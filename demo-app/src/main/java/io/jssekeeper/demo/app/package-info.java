/**
 * A small HTTPS server and a client, as any application might have them.
 *
 * <p>They use the JDK's public TLS interface only and know nothing of the agent. The demo starts
 * them as separate JVMs, and uses nothing here except the two main classes and the counts that the
 * client prints. Loaded by the class path's loader.
 */
package io.jssekeeper.demo.app;
