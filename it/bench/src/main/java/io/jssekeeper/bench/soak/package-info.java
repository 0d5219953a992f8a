/** Many handshakes for long, and what of the JVM grows with them; see soak. */
package io.jssekeeper.bench.soak;
