package io.jssekeeper.it.http.war;

import jakarta.servlet.http.HttpServlet;
import org.slf4j.LoggerFactory;

/** The servlet of a web application that logs with the SLF4J of its {@code WEB-INF/lib}. */
public final class Shop extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  public void init() {
    LoggerFactory.getLogger("application").info("the application logs");
  }
}
