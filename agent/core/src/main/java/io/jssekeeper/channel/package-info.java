/**
 * How the command line and the keeper in another JVM communicate: questions and answers in files of
 * one user, and their encoding. Names no other room; both sides load it.
 */
package io.jssekeeper.channel;
