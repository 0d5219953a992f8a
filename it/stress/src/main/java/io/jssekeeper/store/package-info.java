/** Stress tests of the store, in its own package, since they use what only that sees. */
package io.jssekeeper.store;
