/**
 * A mail server with the JDK's TLS: GreenMail, whose users reported a heap that grows with every
 * connection.
 */
package io.jssekeeper.it.mail;
