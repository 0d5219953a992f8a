/**
 * A small HTTPS server and a client, as anybody might have written them.
 *
 * <p>They use the JDK's public TLS interface only and know nothing of the agent: whatever differs
 * with the agent was not done here. The demo starts them as JVMs of their own and names nothing
 * here but the two main classes and the counts that the client prints. Loaded by the class path's
 * loader.
 */
package io.jssekeeper.demo.app;
