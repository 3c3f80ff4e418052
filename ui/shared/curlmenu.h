// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/exchange/curl/curltext.h"
#include "ui/shared/pathchooser.h"

#include <QMenu>

#include <functional>

namespace Sluice {

class Account;
class Fleet;

// "Copy as cURL": requests as command lines for both kinds of shell. The body is in the command, or
// in a file that the user names. A body that is too long for a command line always goes to a file.
class CurlMenu final : public QMenu
{
    Q_OBJECT

public:
    // What the requests are about. This decides which requests the menu offers.
    enum class About { Account, Project, Pipeline, NewPipeline, ChangedPipeline };
    enum class Call {
        Token,
        Projects,
        Runners,
        Environments,
        Pipelines,
        Create,
        CreateFromFile,
        Read,
        State,
        Start,
        Stop,
        Update,
        UpdateFromFile,
        Delete,
    };

    // The fleet outlives it. Questions appear over the window of its parent, or over that of the
    // menu that it is in.
    CurlMenu(About about, Fleet *fleet, const PathChooser &paths, QWidget *parent);

    // Only the part of the key that the requests are about counts.
    void setKey(const PipelineKey &key) { m_key = key; }

    // The body of create and update. Without it, the body of a pipeline is what the server has.
    void setBody(const std::function<QByteArray()> &body) { m_body = body; }

private:
    void addCalls(QMenu *menu, Shell shell);
    void updateToken();
    void copy(Call call, Shell shell);
    Request requestOf(Call call) const;
    QByteArray body() const;
    const Account *account() const;

    About m_about;
    Fleet *m_fleet;
    PathChooser m_paths;
    PipelineKey m_key;
    std::function<QByteArray()> m_body;
};

} // namespace Sluice
