/**
 * Where all rooms are put together: the agent's start, its bridge to the inside room, its views for
 * JMX.
 *
 * <p>Names every other room, and is named by the root package only. Loaded by the agent's class
 * loader. Its classes that name the inside room's types may be loaded only after {@link
 * io.jssekeeper.install.InsideRoom} has defined them.
 */
package io.jssekeeper.install;
