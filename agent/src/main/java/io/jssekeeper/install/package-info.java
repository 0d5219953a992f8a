/**
 * Start and end of the keeper: assembles core, weaves and outputs, and takes them apart again.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.install;
