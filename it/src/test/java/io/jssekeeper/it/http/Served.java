package io.jssekeeper.it.http;

import javax.net.ssl.SSLSessionContext;

/**
 * A server that listens.
 *
 * @param port on loopback
 * @param sessions of its TLS context
 */
record Served(int port, SSLSessionContext sessions) {}
