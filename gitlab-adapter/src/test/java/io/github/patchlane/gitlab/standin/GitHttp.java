package io.github.patchlane.gitlab.standin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/**
 * Git's smart HTTP over the projects' repositories: the exchange of packs is JGit's own, and each
 * request is answered whole. Pushes need the Developer level, to protected branches the Maintainer
 * level, and may never rewrite those; refs that GitLab keeps for itself can't be written.
 */
final class GitHttp {
  private static final String UPLOAD = "git-upload-pack";
  private static final String RECEIVE = "git-receive-pack";

  private final World world;
  private final Pushes pushes;

  GitHttp(World world, Pushes pushes) {
    this.world = world;
    this.pushes = pushes;
  }

  /** What kind of git request this is; nothing for any other. */
  static Optional<String> kind(Incoming request) {
    if (request.path().endsWith("/info/refs")) {
      return Optional.of(
          request.query().contains(RECEIVE) ? Requests.PUSH_REFS : Requests.FETCH_REFS);
    }
    if (request.path().endsWith("/" + UPLOAD)) {
      return Optional.of(Requests.FETCH);
    }
    return request.path().endsWith("/" + RECEIVE) ? Optional.of(Requests.PUSH) : Optional.empty();
  }

  Reply answer(Incoming request, String kind, Optional<StandInUser> user) {
    String path = projectPath(request.path());
    Optional<Project> project =
        world.project(path).filter(found -> found.readable(user) && !isNumber(path));
    boolean writes = kind.equals(Requests.PUSH) || kind.equals(Requests.PUSH_REFS);
    if (user.isEmpty() && (project.isEmpty() || writes)) {
      return Reply.text(401, "HTTP Basic: Access denied\n")
          .with("WWW-Authenticate", "Basic realm=\"GitLab\"");
    }
    if (project.isEmpty()) {
      return Reply.text(404, "The project you were looking for could not be found.\n");
    }
    if (writes && !project.get().allows(user, AccessLevel.DEVELOPER)) {
      return Reply.text(403, "You are not allowed to push code to this project.\n");
    }
    try {
      return serve(request, kind, project.get(), user);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Reply serve(Incoming request, String kind, Project project, Optional<StandInUser> user)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String type;
    switch (kind) {
      case Requests.FETCH_REFS -> {
        type = "application/x-" + UPLOAD + "-advertisement";
        upload(project, request)
            .sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), UPLOAD);
      }
      case Requests.FETCH -> {
        type = "application/x-" + UPLOAD + "-result";
        upload(project, request).upload(body(request), out, null);
      }
      case Requests.PUSH_REFS -> {
        type = "application/x-" + RECEIVE + "-advertisement";
        PacketLineOut lines = new PacketLineOut(out);
        lines.writeString("# service=" + RECEIVE + "\n");
        lines.end();
        receive(project, user.orElseThrow())
            .sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
      }
      default -> {
        type = "application/x-" + RECEIVE + "-result";
        synchronized (world) {
          receive(project, user.orElseThrow()).receive(body(request), out, null);
        }
      }
    }
    return new Reply(
        200, type, new Payload(out.toByteArray()), Map.of("Cache-Control", "no-cache"));
  }

  private static UploadPack upload(Project project, Incoming request) {
    UploadPack upload = new UploadPack(project.repository.git());
    upload.setBiDirectionalPipe(false);
    upload.setRequestPolicy(UploadPack.RequestPolicy.ANY);
    upload.setRefFilter(GitHttp::shown);
    request
        .header("Git-Protocol")
        .ifPresent(protocol -> upload.setExtraParameters(List.of(protocol.split(":", -1))));
    return upload;
  }

  private static Map<String, org.eclipse.jgit.lib.Ref> shown(
      Map<String, org.eclipse.jgit.lib.Ref> refs) {
    Map<String, org.eclipse.jgit.lib.Ref> shown = new LinkedHashMap<>(refs);
    shown.keySet().removeIf(name -> name.startsWith("refs/keep-around/"));
    return shown;
  }

  private ReceivePack receive(Project project, StandInUser user) {
    ReceivePack receive = new ReceivePack(project.repository.git());
    receive.setBiDirectionalPipe(false);
    receive.setRefFilter(GitHttp::shown);
    receive.setPreReceiveHook((pack, commands) -> check(project, user, commands));
    receive.setPostReceiveHook(
        (pack, commands) -> {
          for (ReceiveCommand command : List.copyOf(commands)) {
            if (command.getResult() == ReceiveCommand.Result.OK
                && command.getRefName().startsWith(Repository.HEADS)) {
              pushes.updated(
                  project,
                  user,
                  command.getRefName().substring(Repository.HEADS.length()),
                  id(command.getOldId()),
                  id(command.getNewId()));
            }
          }
        });
    return receive;
  }

  private static Optional<String> id(ObjectId id) {
    return id.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(id.name());
  }

  private static void check(
      Project project, StandInUser user, Collection<ReceiveCommand> commands) {
    for (ReceiveCommand command : commands) {
      refusal(project, user, command)
          .ifPresent(
              reason -> command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, reason));
    }
  }

  private static Optional<String> refusal(
      Project project, StandInUser user, ReceiveCommand command) {
    String ref = command.getRefName();
    if (!ref.startsWith(Repository.HEADS)) {
      return ref.startsWith("refs/tags/")
          ? Optional.empty()
          : Optional.of("deny updating a hidden ref");
    }
    String branch = ref.substring(Repository.HEADS.length());
    if (!project.mayPush(user, branch)) {
      return Optional.of("pre-receive hook declined");
    }
    boolean rewrites =
        command.getType() == ReceiveCommand.Type.DELETE
            || (command.getType() == ReceiveCommand.Type.UPDATE
                && !project.repository.isAncestor(
                    command.getOldId().name(), command.getNewId().name()));
    return rewrites && project.isProtected(branch)
        ? Optional.of("pre-receive hook declined")
        : Optional.empty();
  }

  private static InputStream body(Incoming request) throws IOException {
    byte[] body = request.body().bytes();
    boolean packed = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    InputStream in = new ByteArrayInputStream(body);
    return packed ? new GZIPInputStream(in) : in;
  }

  private static String projectPath(String path) {
    int end = path.length();
    for (String tail : List.of("/info/refs", "/" + UPLOAD, "/" + RECEIVE)) {
      if (path.endsWith(tail)) {
        end = path.length() - tail.length();
      }
    }
    String name = Encoded.decodePath(path.substring(1, end));
    return name.endsWith(".git") ? name.substring(0, name.length() - ".git".length()) : name;
  }

  private static boolean isNumber(String path) {
    return Access.number(path).isPresent();
  }
}
