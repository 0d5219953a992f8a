package io.jssekeeper.it.spring;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A Spring Boot application with Actuator and Prometheus, over HTTPS, that knows nothing of the
 * keeper. Announces its port once it is ready; ends with its standard input.
 */
@SpringBootApplication
@RestController
public class Shop {
  public static void main(String[] arguments) throws IOException {
    ServletWebServerApplicationContext context =
        (ServletWebServerApplicationContext) SpringApplication.run(Shop.class, arguments);
    System.out.println("ready port=" + context.getWebServer().getPort());
    while (System.in.read() >= 0) {
      // A test only needs to say that it is over.
    }
    System.exit(SpringApplication.exit(context));
  }

  @GetMapping("/")
  String page() {
    return "a page";
  }
}
