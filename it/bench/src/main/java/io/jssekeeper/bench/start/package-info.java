/** What an agent costs a server's start: run by the script start-cost. */
package io.jssekeeper.bench.start;
