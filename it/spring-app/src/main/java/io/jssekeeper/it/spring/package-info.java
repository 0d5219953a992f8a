/** A typical Spring Boot application, to try the keeper in: MetricsSpringIT. */
package io.jssekeeper.it.spring;
