//! Starts listwright's language server in Zed, which knows only servers that an extension names.

use zed_extension_api::settings::{CommandSettings, LspSettings};
use zed_extension_api::{
    self as zed, serde_json::Value, Command, EnvVars, LanguageServerId, Result, Worktree,
};

/// The package on the npm registry, and the name of its command.
const PACKAGE: &str = "listwright";

struct Listwright;

/// What is run, without its environment.
#[derive(Debug, PartialEq)]
struct Start {
    command: String,
    args: Vec<String>,
}

impl zed::Extension for Listwright {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Command> {
        let binary = settings_of(id, worktree).binary;
        let extra = binary
            .as_ref()
            .and_then(|binary| binary.env.clone())
            .unwrap_or_default();
        let start = match chosen(binary, worktree.which(PACKAGE)) {
            Some(start) => start,
            None => installed(id)?,
        };
        let mut env: EnvVars = worktree.shell_env();
        env.extend(extra);
        Ok(Command {
            command: start.command,
            args: start.args,
            env,
        })
    }

    fn language_server_initialization_options(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings_of(id, worktree).initialization_options)
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(settings_of(id, worktree).settings)
    }
}

fn settings_of(id: &LanguageServerId, worktree: &Worktree) -> LspSettings {
    LspSettings::for_worktree(id.as_ref(), worktree).unwrap_or_default()
}

/// The settings win; then comes what is on the PATH. Nothing where neither names a command.
fn chosen(binary: Option<CommandSettings>, on_path: Option<String>) -> Option<Start> {
    let (path, arguments) = binary.map_or((None, None), |binary| (binary.path, binary.arguments));
    let command = path.or(on_path)?;
    Some(Start {
        command,
        args: arguments.unwrap_or_else(|| vec!["lsp".to_string()]),
    })
}

/// Installs the newest listwright into the extension's own folder, once for each version, and runs it on Zed's Node.
fn installed(id: &LanguageServerId) -> Result<Start> {
    use zed::LanguageServerInstallationStatus as Status;
    let say = |status: Status| zed::set_language_server_installation_status(id, &status);
    say(Status::CheckingForUpdate);
    let had = zed::npm_package_installed_version(PACKAGE)?;
    let fetched = zed::npm_package_latest_version(PACKAGE).and_then(|newest| {
        if had.as_deref() == Some(newest.as_str()) {
            return Ok(());
        }
        say(Status::Downloading);
        zed::npm_install_package(PACKAGE, &newest)
    });
    say(Status::None);
    // Without a network the one that is there will do.
    if let (Err(trouble), None) = (fetched, had) {
        return Err(trouble);
    }
    let folder = std::env::current_dir().map_err(|trouble| trouble.to_string())?;
    let script = folder
        .join("node_modules")
        .join(PACKAGE)
        .join("dist")
        .join("cli.js");
    Ok(Start {
        command: zed::node_binary_path()?,
        args: vec![script.to_string_lossy().into_owned(), "lsp".to_string()],
    })
}

zed::register_extension!(Listwright);

#[cfg(test)]
mod tests {
    use super::*;

    fn binary(path: Option<&str>, arguments: Option<&[&str]>) -> Option<CommandSettings> {
        Some(CommandSettings {
            path: path.map(str::to_string),
            arguments: arguments.map(|all| all.iter().map(|one| one.to_string()).collect()),
            env: None,
        })
    }

    fn start(command: &str, args: &[&str]) -> Option<Start> {
        Some(Start {
            command: command.to_string(),
            args: args.iter().map(|one| one.to_string()).collect(),
        })
    }

    #[test]
    fn the_settings_win_over_the_path() {
        let found = || Some("/bin/listwright".to_string());
        assert_eq!(chosen(None, None), None);
        assert_eq!(chosen(None, found()), start("/bin/listwright", &["lsp"]));
        assert_eq!(
            chosen(binary(Some("/own/it"), None), found()),
            start("/own/it", &["lsp"])
        );
        assert_eq!(
            chosen(binary(Some("node"), Some(&["cli.js", "lsp"])), None),
            start("node", &["cli.js", "lsp"])
        );
        assert_eq!(
            chosen(binary(None, Some(&["lsp", "--stdio"])), found()),
            start("/bin/listwright", &["lsp", "--stdio"])
        );
        assert_eq!(chosen(binary(None, Some(&["lsp"])), None), None);
    }
}
