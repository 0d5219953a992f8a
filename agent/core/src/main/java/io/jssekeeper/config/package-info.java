/**
 * The agent's options: one row each, read from their sources, printed back.
 *
 * <p>May name nothing of ours; {@code install} and {@code cli} name it. The class loader of the
 * agent jar loads it, in a host's {@code premain} at that, where every class and every first use of
 * a JDK feature is the host's start-up time: no lambda, stream, regular expression, {@code EnumSet}
 * (it calls {@code values()} reflectively) or logger on that path. Exceptions of the JDK are caught
 * by a class that is loaded anyway, since a handler makes the verifier load the one it names.
 *
 * <p>A new option is a row in {@link io.jssekeeper.config.KnownOptions}; a new sort of value is one
 * more {@code Kind}.
 */
package io.jssekeeper.config;
