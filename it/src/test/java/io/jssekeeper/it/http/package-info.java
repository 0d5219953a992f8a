/**
 * HTTP clients and servers as applications use them, each with the JDK's TLS.
 *
 * <p>{@code WarServer} runs a war in Tomcat. Two programs, {@link
 * io.jssekeeper.it.http.HttpServers} and {@link io.jssekeeper.it.http.HttpClients}, run all of them
 * in a JVM each.
 */
package io.jssekeeper.it.http;
