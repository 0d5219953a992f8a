/**
 * What the keeper's numbers mean and what to do about them, for everything that shows them to
 * people: the command line, the status page. Works on plain values and names no other room.
 */
package io.jssekeeper.explain;
