import Foundation
import HeijunModel

/// A file in the making, beside the one that it becomes, so that nobody ever sees it half made.
struct Draft {
    /// Where it is being made.
    let path: String
    private let goal: String

    /// Begins a file that is to become the one at `goal`.
    init(for goal: String) throws(StoreError) {
        var status = stat()
        guard lstat(goal, &status) != 0 else { throw .alreadyExists(goal) }
        self.goal = goal
        path = "\(goal).new-\(getpid())"
        let file = Glibc.open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .cannotCreate(goal, Obstacle(errno)) }
        Glibc.close(file)
    }

    /// Gives the file its name, unless another has taken it.
    func publish() throws(StoreError) {
        if link(path, goal) == 0 { return }
        guard errno != EEXIST else { throw .alreadyExists(goal) }
        // A file system without hard links.
        guard rename(path, goal) == 0 else { throw .cannotCreate(goal, Obstacle(errno)) }
    }

    /// Takes away what was made under the draft's name.
    func remove() {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
