/** A Spring Boot application as people have them, to try the keeper in: MetricsSpringIT. */
package io.jssekeeper.it.spring;
