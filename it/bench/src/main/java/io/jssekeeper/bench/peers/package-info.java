/** Other ways to get TLS sessions resumed, side by side: run by the script peers. */
package io.jssekeeper.bench.peers;
