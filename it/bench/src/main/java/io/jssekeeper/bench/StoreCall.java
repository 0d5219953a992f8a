package io.jssekeeper.bench;

import io.jssekeeper.bench.StoreCalls.Turn;
import java.util.function.ToIntBiFunction;

/** The measured calls. */
enum StoreCall {
  GET("get, 1 thread", 1, StoreCalls::get),
  GET_BY_TWO("get, 2 threads", 2, StoreCalls::get),
  PUT("put", 1, StoreCalls::put),
  PUT_BY_TWO("put, 2 threads", 2, StoreCalls::put),
  PUT_AND_GET_BY_TWO("get+put, 2 threads", 2, StoreCalls::putAndGetEarlier),
  PUT_AFTER_USE("put after use", 1, StoreCalls::putAfterUse),
  PUT_AND_REMOVE("put+remove", 1, StoreCalls::putAndRemove);

  final String text;
  final int threads;
  private final ToIntBiFunction<StoreCalls, Turn> made;

  StoreCall(String text, int threads, ToIntBiFunction<StoreCalls, Turn> made) {
    this.text = text;
    this.threads = threads;
    this.made = made;
  }

  /** Returns something that depends on what was found, so that the compiler omits nothing. */
  int make(StoreCalls calls, Turn turn) {
    return made.applyAsInt(calls, turn);
  }
}
