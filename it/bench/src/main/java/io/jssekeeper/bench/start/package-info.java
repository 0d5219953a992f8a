/** What an agent costs a server's start: run by the scripts start-cost and weaver-cost. */
package io.jssekeeper.bench.start;
