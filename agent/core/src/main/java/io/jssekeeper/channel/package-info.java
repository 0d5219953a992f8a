/**
 * How the command line and the keeper in another JVM speak to each other: questions and answers in
 * files of one user, and what they are made of. Names no other room; both sides load it.
 */
package io.jssekeeper.channel;
