import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.util.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads each YAML document of Markdown files; throws if the Kubernetes API has no such field. */
final class ReadYaml {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private ReadYaml() {}

  public static void main(String[] files) throws Exception {
    for (String file : files) {
      Matcher blocks = BLOCK.matcher(Files.readString(Path.of(file)));
      while (blocks.find()) {
        for (String document : blocks.group(1).split("(?m)^---.*\n")) {
          System.out.println(Path.of(file).getFileName() + ": " + read(document));
        }
      }
    }
  }

  private static String read(String document) throws Exception {
    Map<?, ?> map = (Map<?, ?>) Yaml.getSnakeYaml(null).load(document);
    if (map.containsKey("kind")) {
      String kind = (String) map.get("kind");
      if (kind.equals("CronJob")) {
        Yaml.loadAs(document, V1CronJob.class);
        return "a CronJob";
      }
      return kind + ", as YAML only";
    }
    if (map.containsKey("spec")) {
      Yaml.loadAs(document, V1Deployment.class);
      return "a patch of a Deployment";
    }
    // A piece of a pod: its volumes, and what belongs into its container.
    StringBuilder pod = new StringBuilder();
    StringBuilder container = new StringBuilder("containers:\n- name: app\n");
    for (String line : document.split("\n")) {
      (line.startsWith("volumes:") ? pod : container.append("  ")).append(line).append('\n');
    }
    Yaml.loadAs(pod.append(container).toString(), V1PodSpec.class);
    return "a piece of a pod";
  }
}
