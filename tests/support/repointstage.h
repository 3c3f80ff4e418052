// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/windowstage.h"
#include "ui/references/repointdialog.h"

#include <QJsonObject>
#include <QSignalSpy>

class QPushButton;

namespace Sluice::Test {

inline const QString repointedName = QStringLiteral("sqlserver-password-v2");

// The page of references in the real window, over 50 pipelines of the guide on a sandbox, and a
// second client that changes some of them meanwhile.
class RepointStage : public WindowStage
{
    Q_OBJECT

protected:
    static constexpr int pipelineCount = 50;

    QString seed() const override { return QStringLiteral("guide"); }

    bool hasStore() const override { return true; }

    void prepare() override;

    // Selects these secrets by name on the page and opens the dialog over them.
    void openDialog(const QStringList &secrets = {QStringLiteral("sqlserver-password")});
    // Opens it, enters the new name and goes to the review of all pipelines.
    void reviewAll();

    RepointDialog *dialog() const
    {
        return m->find<RepointDialog>(QStringLiteral("repointDialog"));
    }

    QString text(const QString &label) const; // of the dialog
    QPushButton *button(const QString &name) const;
    void click(const QString &name);
    // Sends what was reviewed, as soon as the button can be pressed.
    void go();
    // Until the run is over; the text is then the headline's.
    bool waitForEnd();
    QStringList results() const; // of the rows that are shown

    // By number; the definition as it was created.
    PipelineKey key(int number) const { return m_keys.at(number); }

    const QJsonObject &before(int number) const { return m_before.at(number); }

    QJsonObject onServer(int number) const;
    // What re-pointing is to make of it, letter by letter; other places stay as they are.
    static QByteArray expected(const QJsonObject &definition);
    void saveElsewhere(int number, const QJsonObject &definition);
    void deleteElsewhere(int number);
    // Saves that left the window, of each pipeline.
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
