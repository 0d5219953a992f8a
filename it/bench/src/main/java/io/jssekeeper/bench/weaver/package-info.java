/**
 * The agent that weaves by one of two weavers, and does nothing else: for the script weaver-cost.
 */
package io.jssekeeper.bench.weaver;
