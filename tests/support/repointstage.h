// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/windowstage.h"
#include "ui/references/repointdialog.h"

#include <QJsonObject>
#include <QSignalSpy>

class QPushButton;

namespace Sluice::Test {

inline const QString repointedName = QStringLiteral("sqlserver-password-v2");

// The page of references in the real window, with 50 pipelines of the guide on a sandbox. A second
// client changes some of them meanwhile.
class RepointStage : public WindowStage
{
    Q_OBJECT

protected:
    static constexpr int pipelineCount = 50;

    QString seed() const override { return QStringLiteral("guide"); }

    bool hasStore() const override { return true; }

    void prepare() override;

    // Selects these secrets by name on the page, and opens the dialog for them.
    void openDialog(const QStringList &secrets = {QStringLiteral("sqlserver-password")});
    // Opens the dialog, enters the new name and goes to the review of all pipelines.
    void reviewAll();

    RepointDialog *dialog() const
    {
        return m->find<RepointDialog>(QStringLiteral("repointDialog"));
    }

    QString text(const QString &label) const; // of a label in the dialog
    QPushButton *button(const QString &name) const;
    void click(const QString &name);
    // Waits until the button is enabled, and sends what was reviewed.
    void go();
    // Waits until the run is over.
    bool waitForEnd();
    QStringList results() const; // of the shown rows

    // The pipeline by its number, and its definition as created.
    PipelineKey key(int number) const { return m_keys.at(number); }

    const QJsonObject &before(int number) const { return m_before.at(number); }

    QJsonObject onServer(int number) const;
    // The text that re-pointing should send, letter by letter. Other places stay as they are.
    static QByteArray expected(const QJsonObject &definition);
    void saveElsewhere(int number, const QJsonObject &definition);
    void deleteElsewhere(int number);
    // The number of saves of this pipeline that the window has sent.
    int saves(int number) const;

    Fleet other;

private:
    Account *m_second = nullptr;
    QList<PipelineKey> m_keys;
    QList<QJsonObject> m_before;
    std::unique_ptr<QSignalSpy> m_saved;
    std::unique_ptr<QSignalSpy> m_failed;
};

} // namespace Sluice::Test
