/** How much heap a cached session holds: run by the script session-bytes. */
package io.jssekeeper.bench.bytes;
