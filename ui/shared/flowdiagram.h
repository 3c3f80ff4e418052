// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinestate.h"

#include <QJsonObject>
#include <QStringList>
#include <QWidget>

#include <optional>

namespace Sluice {

class FactFrame;

// Source, runner and target as three frames with arrows between them. The arrows have the colour of
// the state.
class FlowDiagram final : public QWidget
{
    Q_OBJECT

public:
    explicit FlowDiagram(QWidget *parent = nullptr);

    void setDefinition(const QJsonObject &definition);
    // runner: empty when the account's list does not have it. Then only name (or id) is shown.
    // users: names of all pipelines that name the runner.
    void setRunner(const QString &name, const std::optional<Runner> &runner,
                   const QStringList &users);
    void setBadge(Badge badge, bool outdated);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    // All pipelines that name the runner are to be shown.
    void usersRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitArrows();
    void paintArrow(QPainter &painter, const QWidget *from, const QWidget *to,
                    const QString &caption) const;

    FactFrame *m_source;
    FactFrame *m_runner;
    FactFrame *m_target;
    int m_widestArrow = 0;
    QString m_tables;
    QString m_transformation;
    Badge m_badge = Badge::NotChecked;
    bool m_outdated = false;
};

} // namespace Sluice
