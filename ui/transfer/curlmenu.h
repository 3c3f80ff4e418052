// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/curltext.h"
#include "models/fleet/inventory.h"

#include <QMenu>

namespace Sluice {

class Fleet;

// "Copy as cURL": the requests on one pipeline as command lines, for both kinds of shell.
class CurlMenu final : public QMenu
{
    Q_OBJECT

public:
    enum class Call { Read, State, Start, Stop, Update, Delete };

    // The fleet outlives it.
    explicit CurlMenu(Fleet *fleet, QWidget *parent = nullptr);

    // What the commands are about.
    void setPipeline(const PipelineKey &key) { m_key = key; }

Q_SIGNALS:
    // A command was copied. bodyFile: the file it reads its body from, which the user is to make;
    // empty: none.
    void copied(const QString &bodyFile);

private:
    void addCalls(QMenu *menu, Shell shell);
    void copy(Call call, Shell shell);
    Request requestOf(Call call) const;

    Fleet *m_fleet;
    PipelineKey m_key;
};

} // namespace Sluice
