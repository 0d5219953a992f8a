/**
 * Start and end of the keeper: puts core, weaves and outputs together, and takes them apart again.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.install;
